// What a report's page can do.
