"""What only maintainers run or see: what is due, what changed, the flow as a picture, lists made anew."""
