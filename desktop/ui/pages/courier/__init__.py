"""The parcel depot."""
