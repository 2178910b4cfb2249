-- one row per row of an entry's rows.csv, as text; the file is our own, so nothing is guessed
read_csv(
    $file,
    auto_detect = false,
    header = true,
    delim = ',',
    quote = '"',
    escape = '"',
    new_line = '\n',
    strict_mode = true,
    columns = {columns}
)
