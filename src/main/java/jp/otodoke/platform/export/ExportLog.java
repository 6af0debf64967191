package jp.otodoke.platform.export;

/** Records who exported which list. */
public interface ExportLog {
    /**
     * @param list {@code orders}
     * @param format {@code csv} or {@code xlsx}
     * @param rows rows actually written, also if the download was aborted
     */
    void taken(String list, String format, long rows, String filter);
}
