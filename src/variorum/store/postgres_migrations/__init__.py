"""SQL that brings a store from one version to the next."""
