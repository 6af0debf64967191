package jp.otodoke.importing;

import jp.otodoke.partners.exchange.UploadFile;
import org.springframework.stereotype.Service;

/** Imports customers from a file. */
@Service
public class ImportCustomers extends UploadImport<CustomerFormat.Person> {
    /** For an upload without a file name. */
    public static final String NAME = "customers.csv";

    ImportCustomers(CustomerFormat format, UploadFile uploadFile) {
        super(format, uploadFile);
    }

    public ImportResult read(byte[] file) {
        return read(NAME, file);
    }

    /** @throws jp.otodoke.shared.InvalidInput when the file can't be taken as a whole */
    public ImportResult read(String fileName, byte[] file) {
        return ImportResult.of(take(fileName, file));
    }
}
