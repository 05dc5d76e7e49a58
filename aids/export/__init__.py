"""What takes a scan out of the page: workbook, table, calendar, text. Runs in browser and build; XlsxWriter beside."""
