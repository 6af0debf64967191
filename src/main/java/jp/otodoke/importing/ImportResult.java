package jp.otodoke.importing;

import java.util.List;

/** What became of a file: each record read was created, there already, updated or rejected. */
public record ImportResult(int read, int created, int existing, int updated, int rejected, List<RowProblem> errors) {
    public ImportResult {
        errors = List.copyOf(errors);
    }
}
