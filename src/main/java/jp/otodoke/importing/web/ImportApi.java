package jp.otodoke.importing.web;

import java.io.IOException;
import jp.otodoke.customers.ImportPostalFile;
import jp.otodoke.importing.ImportCustomers;
import jp.otodoke.importing.ImportProducts;
import jp.otodoke.importing.ImportResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Each file as a form's {@code file}, or bare as the body. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {
    private static final String BARE = "application/octet-stream";
    private static final String CSV = "text/csv";

    /** @param areas how many areas the lines make */
    record PostalCodes(int read, int areas, String source, String date) {
        static PostalCodes of(ImportPostalFile.Imported imported) {
            return new PostalCodes(
                    imported.read(),
                    imported.areas(),
                    imported.version().source(),
                    imported.version().date().toString());
        }
    }

    private final ImportProducts importProducts;
    private final ImportCustomers importCustomers;
    private final ImportPostalFile importPostalFile;

    ImportApi(ImportProducts importProducts, ImportCustomers importCustomers, ImportPostalFile importPostalFile) {
        this.importProducts = importProducts;
        this.importCustomers = importCustomers;
        this.importPostalFile = importPostalFile;
    }

    @PostMapping(path = "/products", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportResult products(@RequestParam MultipartFile file) throws IOException {
        return importProducts.read(file.getBytes());
    }

    @PostMapping(
            path = "/products",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ImportResult products(@RequestBody(required = false) byte @Nullable [] file) {
        return importProducts.read(content(file));
    }

    @PostMapping(path = "/customers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportResult customers(@RequestParam MultipartFile file) throws IOException {
        return importCustomers.read(file.getBytes());
    }

    @PostMapping(
            path = "/customers",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ImportResult customers(@RequestBody(required = false) byte @Nullable [] file) {
        return importCustomers.read(content(file));
    }

    @PostMapping(path = "/postal-codes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PostalCodes postalCodes(@RequestParam MultipartFile file) throws IOException {
        return PostalCodes.of(importPostalFile.read(name(file), file.getBytes()));
    }

    @PostMapping(
            path = "/postal-codes",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    PostalCodes postalCodes(@RequestBody(required = false) byte @Nullable [] file) {
        return PostalCodes.of(importPostalFile.read("API", content(file)));
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "API" : name;
    }

    private static byte[] content(byte @Nullable [] file) {
        return file == null ? new byte[0] : file;
    }
}
