package jp.otodoke.importing;

import jp.otodoke.customers.PostalCodes;
import jp.otodoke.customers.PostalFile;
import jp.otodoke.customers.PostalVersion;
import jp.otodoke.partners.exchange.UploadFile;
import org.springframework.stereotype.Service;

/** Imports the post office's table of postal codes, of the whole country or of a part. */
@Service
public class ImportPostalCodes extends UploadImport<PostalCodeFormat.Part> {
    /** For an upload without a file name. */
    public static final String NAME = "API";

    private final PostalCodes postalCodes;

    ImportPostalCodes(PostalCodeFormat format, UploadFile uploadFile, PostalCodes postalCodes) {
        super(format, uploadFile);
        this.postalCodes = postalCodes;
    }

    /** @throws jp.otodoke.shared.InvalidInput when the file can't be taken as a whole */
    public Imported read(String fileName, byte[] file) {
        var done = take(fileName, file);
        if (done.rejected() > 0) {
            throw new IllegalStateException(
                    "The postal codes of import " + done.id() + " were not completely replaced");
        }
        return result(file);
    }

    /** The result once the file has been imported. */
    public Imported result(byte[] file) {
        var read = PostalFile.read(file);
        return new Imported(read.lines(), read.areas(), postalCodes.version().orElseThrow());
    }

    /** How many lines were read, how many areas they contain, and the version of the table now. */
    public record Imported(int read, int areas, PostalVersion version) {}
}
