package jp.otodoke.customers;

/** One field of a customer before and after; missing is the empty text. */
record FieldChange(String field, String before, String after) {}
