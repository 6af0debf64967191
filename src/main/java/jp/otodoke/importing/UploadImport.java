package jp.otodoke.importing;

import java.time.Duration;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.platform.files.FileContent;

/** Imports uploaded files of one format. */
abstract class UploadImport<T> {
    private final UploadFormat<T> format;
    private final UploadFile uploadFile;

    UploadImport(UploadFormat<T> format, UploadFile uploadFile) {
        this.format = format;
        this.uploadFile = uploadFile;
    }

    /**
     * Imports a file; what takes too long for its sender to wait goes on in the background.
     *
     * @return the progress at that moment
     * @throws jp.otodoke.shared.InvalidInput when the file can't be taken as a whole
     */
    public FileImport take(String fileName, FileContent file) {
        return uploadFile.take(format, fileName, file);
    }

    /** As {@link #take(String, FileContent)}, but waits no longer than the given time. */
    public FileImport take(String fileName, FileContent file, Duration wait) {
        return uploadFile.take(format, fileName, file, wait);
    }
}
