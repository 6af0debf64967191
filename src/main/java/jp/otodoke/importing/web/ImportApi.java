package jp.otodoke.importing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import jp.otodoke.importing.ImportCustomers;
import jp.otodoke.importing.ImportPostalCodes;
import jp.otodoke.importing.ImportProducts;
import jp.otodoke.importing.ImportResult;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
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

    @Operation(summary = "Imports a file of products", description = Imports.DESCRIPTION)
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
        return products(Imports.name(file, ImportProducts.NAME), Imports.content(file), prefer);
    }

    @PostMapping(
            path = "/products",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ResponseEntity<?> products(
            InputStream body, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        return products(ImportProducts.NAME, Imports.content(body), prefer);
    }

    private ResponseEntity<?> products(String name, FileContent content, @Nullable String prefer) {
        return Imports.async(prefer)
                ? Imports.accepted(importProducts.take(name, content, Duration.ZERO))
                : Imports.answer(importProducts.take(name, content), ImportResult::of);
    }

    @Operation(summary = "Imports a file of customers", description = Imports.DESCRIPTION)
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
        return customers(Imports.name(file, ImportCustomers.NAME), Imports.content(file), prefer);
    }

    @PostMapping(
            path = "/customers",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ResponseEntity<?> customers(
            InputStream body, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        return customers(ImportCustomers.NAME, Imports.content(body), prefer);
    }

    private ResponseEntity<?> customers(String name, FileContent content, @Nullable String prefer) {
        return Imports.async(prefer)
                ? Imports.accepted(importCustomers.take(name, content, Duration.ZERO))
                : Imports.answer(importCustomers.take(name, content), ImportResult::of);
    }

    @Operation(summary = "Imports the post office's table of postal codes", description = Imports.DESCRIPTION)
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
        return postalCodes(Imports.name(file, ImportPostalCodes.NAME), Imports.content(file), prefer);
    }

    @PostMapping(
            path = "/postal-codes",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, BARE})
    ResponseEntity<?> postalCodes(
            InputStream body, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        return postalCodes(ImportPostalCodes.NAME, Imports.content(body), prefer);
    }

    private ResponseEntity<?> postalCodes(String name, FileContent content, @Nullable String prefer) {
        return Imports.async(prefer)
                ? Imports.accepted(importPostalCodes.take(name, content, Duration.ZERO))
                : Imports.answer(
                        importPostalCodes.take(name, content), done -> PostalCodes.of(importPostalCodes.result(done)));
    }
}
