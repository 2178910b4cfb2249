-- one row a row of the file that it does not remove
insert into {stored} select {typed} from cleaned where remove is null;
