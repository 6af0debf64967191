package jp.otodoke.importing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import jp.otodoke.importing.ImportCustomers;
import jp.otodoke.importing.ImportPostalCodes;
import jp.otodoke.importing.ImportProducts;
import jp.otodoke.importing.ImportResult;
import jp.otodoke.partners.exchange.web.Imports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Accepts each file as the form field {@code file} or as the request body. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {
    private static final String BARE = "application/octet-stream";
    private static final String CSV = "text/csv";
    private static final String ASYNC =
            "Answers once the file is booked. With Prefer: respond-async it answers 202 as soon as the file is stored and"
                    + " checked, and Location tells where its progress is shown. The same file again changes nothing.";

    /** @param areas how many areas the lines contain */
    record PostalCodes(int read, int areas, String source, String date) {
        static PostalCodes of(ImportPostalCodes.Imported imported) {
            return new PostalCodes(
                    imported.read(),
                    imported.areas(),
                    imported.version().source(),
                    imported.version().date().toString());
        }
    }

    private final ImportProducts importProducts;
    private final ImportCustomers importCustomers;
    private final ImportPostalCodes importPostalCodes;

    ImportApi(ImportProducts importProducts, ImportCustomers importCustomers, ImportPostalCodes importPostalCodes) {
        this.importProducts = importProducts;
        this.importCustomers = importCustomers;
        this.importPostalCodes = importPostalCodes;
    }

    @Operation(summary = "Imports a file of products", description = ASYNC)
    @ApiResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = "/products", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> products(
            @RequestParam MultipartFile file, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        return products(name(file, ImportProducts.NAME), file.getBytes(), prefer);
    }

    @PostMapping(
            path = "/products",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ResponseEntity<?> products(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return products(ImportProducts.NAME, content(file), prefer);
    }

    private ResponseEntity<?> products(String name, byte[] content, @Nullable String prefer) {
        return Imports.async(prefer)
                ? Imports.accepted(importProducts.begin(name, content, Duration.ZERO))
                : ResponseEntity.ok(importProducts.read(name, content));
    }

    @Operation(summary = "Imports a file of customers", description = ASYNC)
    @ApiResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = "/customers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> customers(
            @RequestParam MultipartFile file, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        return customers(name(file, ImportCustomers.NAME), file.getBytes(), prefer);
    }

    @PostMapping(
            path = "/customers",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ResponseEntity<?> customers(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return customers(ImportCustomers.NAME, content(file), prefer);
    }

    private ResponseEntity<?> customers(String name, byte[] content, @Nullable String prefer) {
        return Imports.async(prefer)
                ? Imports.accepted(importCustomers.begin(name, content, Duration.ZERO))
                : ResponseEntity.ok(importCustomers.read(name, content));
    }

    @Operation(summary = "Imports the post office's table of postal codes", description = ASYNC)
    @ApiResponse(
            responseCode = "200",
            description = "How many lines and areas were read, and the table in use now",
            content = @Content(schema = @Schema(implementation = PostalCodes.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = "/postal-codes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> postalCodes(
            @RequestParam MultipartFile file, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        return postalCodes(name(file, ImportPostalCodes.NAME), file.getBytes(), prefer);
    }

    @PostMapping(
            path = "/postal-codes",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ResponseEntity<?> postalCodes(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return postalCodes(ImportPostalCodes.NAME, content(file), prefer);
    }

    private ResponseEntity<?> postalCodes(String name, byte[] content, @Nullable String prefer) {
        return Imports.async(prefer)
                ? Imports.accepted(importPostalCodes.begin(name, content, Duration.ZERO))
                : ResponseEntity.ok(PostalCodes.of(importPostalCodes.read(name, content)));
    }

    private static String name(MultipartFile file, String otherwise) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? otherwise : name.replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
    }

    private static byte[] content(byte @Nullable [] file) {
        return file == null ? new byte[0] : file;
    }
}
