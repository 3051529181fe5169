"""What people mean by a time: from their own words to a range, in the zone they live in."""
