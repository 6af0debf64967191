package jp.otodoke.platform.csv;

/**
 * Some whole records of a file that follow each other.
 *
 * @param from the byte at which they begin
 * @param to the byte behind them
 * @param line the physical line on which they begin, from 1
 */
record CsvWindow(long from, long to, int line) {
    int length() {
        return Math.toIntExact(to - from);
    }
}
