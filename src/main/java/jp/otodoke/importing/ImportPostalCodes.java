package jp.otodoke.importing;

import java.time.Duration;
import jp.otodoke.customers.PostalCodes;
import jp.otodoke.customers.PostalFile;
import jp.otodoke.customers.PostalVersion;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import org.springframework.stereotype.Service;

/** Imports the post office's table of postal codes, of the whole country or of a part. */
@Service
public class ImportPostalCodes {
    /** For an upload without a file name. */
    public static final String NAME = "API";

    private final PostalCodeFormat format;
    private final UploadFile uploadFile;
    private final PostalCodes postalCodes;

    ImportPostalCodes(PostalCodeFormat format, UploadFile uploadFile, PostalCodes postalCodes) {
        this.format = format;
        this.uploadFile = uploadFile;
        this.postalCodes = postalCodes;
    }

    /** @throws jp.otodoke.shared.InvalidInput when the file can't be taken as a whole */
    public Imported read(String fileName, byte[] file) {
        var done = uploadFile.take(format, fileName, file);
        if (done.rejected() > 0) {
            throw new IllegalStateException(
                    "The postal codes of import " + done.id() + " were not completely replaced");
        }
        return result(file);
    }

    /**
     * As {@link #read}, but waits no longer than the given time.
     *
     * @return the progress at that moment
     */
    public FileImport begin(String fileName, byte[] file, Duration wait) {
        return uploadFile.take(format, fileName, file, wait);
    }

    /** The result once the file has been imported. */
    public Imported result(byte[] file) {
        var read = PostalFile.read(file);
        return new Imported(read.lines(), read.areas(), postalCodes.version().orElseThrow());
    }

    /** How many lines were read, how many areas they contain, and the version of the table now. */
    public record Imported(int read, int areas, PostalVersion version) {}
}
