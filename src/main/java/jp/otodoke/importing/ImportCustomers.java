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
}
