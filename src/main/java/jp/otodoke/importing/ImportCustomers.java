package jp.otodoke.importing;

import java.time.Duration;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import org.springframework.stereotype.Service;

/** Imports customers from a file. */
@Service
public class ImportCustomers {
    /** For an upload without a file name. */
    public static final String NAME = "customers.csv";

    private final CustomerFormat format;
    private final UploadFile uploadFile;

    ImportCustomers(CustomerFormat format, UploadFile uploadFile) {
        this.format = format;
        this.uploadFile = uploadFile;
    }

    public ImportResult read(byte[] file) {
        return read(NAME, file);
    }

    /** @throws jp.otodoke.shared.InvalidInput when the file can't be taken as a whole */
    public ImportResult read(String fileName, byte[] file) {
        return ImportResult.of(uploadFile.take(format, fileName, file));
    }

    /**
     * As {@link #read}, but waits no longer than the given time.
     *
     * @return the progress at that moment
     */
    public FileImport begin(String fileName, byte[] file, Duration wait) {
        return uploadFile.take(format, fileName, file, wait);
    }
}
