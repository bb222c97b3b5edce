"""What a member learns from: stories, drills, and the member's own record of them."""
