package jp.otodoke.partners.exchange;

import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;

/** A file whose format has to be held in memory as a whole, and is never long. */
public final class SmallFile {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_MEGABYTES = 32;

    private SmallFile() {}

    /** @throws FileRefused if it is larger than any file of such a format */
    public static byte[] bytes(FileContent content) {
        if (content.size() > (long) MOST_MEGABYTES * MEGABYTE) {
            throw new FileRefused("too-large", BilingualText.of("partners.refused.too-large", MOST_MEGABYTES));
        }
        return content.bytes();
    }
}
