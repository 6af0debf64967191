package jp.otodoke.importing;

import jp.otodoke.partners.exchange.UploadFile;
import org.springframework.stereotype.Service;

/** Imports products and their stock from a file. */
@Service
public class ImportProducts extends UploadImport<ProductRow> {
    /** For an upload without a file name. */
    public static final String NAME = "products.csv";

    ImportProducts(ProductFormat format, UploadFile uploadFile) {
        super(format, uploadFile);
    }
}
