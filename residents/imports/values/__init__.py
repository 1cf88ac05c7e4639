"""One cell each: what an office writes, as the register keeps it. No tables; nothing here knows a row."""
