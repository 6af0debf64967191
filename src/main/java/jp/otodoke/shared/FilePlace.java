package jp.otodoke.shared;

/**
 * Where in a file a mistake is.
 *
 * @param record the record's number, from 1
 * @param position the byte within the record, from 1
 */
public record FilePlace(int record, int position) {}
