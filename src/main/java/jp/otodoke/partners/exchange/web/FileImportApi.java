package jp.otodoke.partners.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import jp.otodoke.partners.exchange.FileImports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The progress of uploads. */
@RestController
class FileImportApi {
    private final FileImports imports;

    FileImportApi(FileImports imports) {
        this.imports = imports;
    }

    @Operation(summary = "How far an uploaded file is booked, and what became of its records")
    @GetMapping("/api/v1/imports/{id:\\d+}")
    Imports.Answer show(@PathVariable long id) {
        return Imports.Answer.of(imports.get(id));
    }

    @Operation(summary = "Stops booking an uploaded file; what is booked stays booked. 409 when it is not running")
    @PostMapping("/api/v1/imports/{id:\\d+}/stop")
    Imports.Answer stop(@PathVariable long id) {
        imports.stop(id);
        return Imports.Answer.of(imports.get(id));
    }
}
