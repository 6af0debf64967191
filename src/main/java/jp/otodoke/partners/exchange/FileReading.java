package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file by its format. */
final class FileReading {
    private static final Logger log = LoggerFactory.getLogger(FileReading.class);

    private FileReading() {}

    /**
     * A file on which its reader fails unexpectedly is refused like any other that can't be read.
     *
     * @throws FileRefused if it is refused as a whole
     */
    static <T> List<FileRecord<T>> read(FileFormat<T> format, String fileName, byte[] content) {
        try {
            return format.read(fileName, content);
        } catch (FileRefused e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} can't be read", fileName, e);
            throw new FileRefused("unreadable", BilingualText.of("partners.refused.unreadable"));
        }
    }
}
