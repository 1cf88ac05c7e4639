"""/public/volunteers/: applying, the own record by number and code, answers, certificate, withdrawal, verification."""
