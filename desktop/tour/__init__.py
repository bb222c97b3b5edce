"""The guided tour: real windows and a real station walked through two cases, with a picture of every step."""
