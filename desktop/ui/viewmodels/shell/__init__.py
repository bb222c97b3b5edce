"""What the window itself needs to know: news, and whether somebody is there."""
