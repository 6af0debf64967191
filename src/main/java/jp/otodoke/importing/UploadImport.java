package jp.otodoke.importing;

import java.time.Duration;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;

/** Imports uploaded files of one format. */
abstract class UploadImport<T> {
    private final UploadFormat<T> format;
    private final UploadFile uploadFile;

    UploadImport(UploadFormat<T> format, UploadFile uploadFile) {
        this.format = format;
        this.uploadFile = uploadFile;
    }

    FileImport take(String fileName, byte[] file) {
        return uploadFile.take(format, fileName, file);
    }

    /**
     * Imports a file, but waits no longer than the given time.
     *
     * @return the progress at that moment
     * @throws jp.otodoke.shared.InvalidInput when the file can't be taken as a whole
     */
    public FileImport begin(String fileName, byte[] file, Duration wait) {
        return uploadFile.take(format, fileName, file, wait);
    }
}
