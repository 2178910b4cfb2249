-- one row a line of the file, every cell in the form in which it is kept
create or replace temp view cleaned as
select staged.file_line, {columns}
from staged
{joins};
