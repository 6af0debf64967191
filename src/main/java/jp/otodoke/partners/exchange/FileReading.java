package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file by its format. */
final class FileReading {
    private static final Logger log = LoggerFactory.getLogger(FileReading.class);

    /** Larger files are read one after the other. */
    private static final int LARGE = 16 * 1024 * 1024;

    private static final Lock LARGE_FILES = new ReentrantLock(true);

    private FileReading() {}

    /**
     * A file on which its reader fails unexpectedly is refused like any other that can't be read.
     *
     * @throws FileRefused if it is refused as a whole
     */
    static <T> List<FileRecord<T>> read(FileFormat<T> format, String fileName, FileContent content) {
        try {
            return content.size() > LARGE ? oneAtATime(format, fileName, content) : format.read(fileName, content);
        } catch (FileRefused e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} can't be read", fileName, e);
            throw new FileRefused("unreadable", BilingualText.of("partners.refused.unreadable"));
        }
    }

    private static <T> List<FileRecord<T>> oneAtATime(FileFormat<T> format, String fileName, FileContent content) {
        LARGE_FILES.lock();
        try {
            return format.read(fileName, content);
        } finally {
            LARGE_FILES.unlock();
        }
    }
}
