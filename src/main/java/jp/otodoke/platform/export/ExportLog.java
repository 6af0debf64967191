package jp.otodoke.platform.export;

/** Keeps who took which list out of the house. */
public interface ExportLog {
    /**
     * @param list {@code orders}
     * @param format {@code csv} or {@code xlsx}
     * @param rows that were really written, also where the reader broke off
     */
    void taken(String list, String format, long rows, String filter);
}
