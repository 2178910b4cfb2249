-- a text is longer than a cell of a spreadsheet can hold
length({column}) > {most}
