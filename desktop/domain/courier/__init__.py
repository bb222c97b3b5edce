"""The parcel depot: waybills, the three duties at acceptance, density, and who has been sent parcels lately."""
