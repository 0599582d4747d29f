"""The record for an assistant, by the Model Context Protocol. Needs the extra `mcp`."""
