-- one row a line of the file that brings a figure, with all that is known of it, worked out once
create or replace temp table figure_rows as select * from figure;
create or replace temp view figure as select * from figure_rows;
