package jp.otodoke.importing;

import jp.otodoke.customers.PostalCodes;
import jp.otodoke.customers.PostalFile;
import jp.otodoke.customers.PostalVersion;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import org.springframework.stereotype.Service;

/** Imports the post office's table of postal codes, of the whole country or of a part. */
@Service
public class ImportPostalCodes extends UploadImport<PostalCodeFormat.Part> {
    /** For an upload without a file name. */
    public static final String NAME = "API";

    private final PostalCodes postalCodes;
    private final ExchangedMessages messages;

    ImportPostalCodes(
            PostalCodeFormat format, UploadFile uploadFile, PostalCodes postalCodes, ExchangedMessages messages) {
        super(format, uploadFile);
        this.postalCodes = postalCodes;
        this.messages = messages;
    }

    /** The result once all of the file has been imported. */
    public Imported result(FileImport done) {
        if (done.rejected() > 0) {
            throw new IllegalStateException(
                    "The postal codes of import " + done.id() + " were not completely replaced");
        }
        try (var file = messages.content(done.id())) {
            var read = PostalFile.read(file.bytes());
            return new Imported(
                    read.lines(), read.areas(), postalCodes.version().orElseThrow());
        }
    }

    /** How many lines were read, how many areas they contain, and the version of the table now. */
    public record Imported(int read, int areas, PostalVersion version) {}
}
