"""Pure rules of the field: schedules, ages, costs, addresses, geometry, text folding."""
