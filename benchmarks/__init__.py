"""What aigraph costs and what it survives, measured. Run each from the checkout: `python -m benchmarks.NAME --help`."""
