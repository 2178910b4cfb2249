-- a text is what a spreadsheet shows instead of a result
{column} in ({spreadsheet_errors})
