-- one row a line of the file, every cell in the form in which it is kept, worked out once
create or replace temp table cleaned_rows as select * from cleaned;
create or replace temp view cleaned as select * from cleaned_rows;
