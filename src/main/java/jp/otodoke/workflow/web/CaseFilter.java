package jp.otodoke.workflow.web;

import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.workflow.Cases;
import org.jspecify.annotations.Nullable;

/** What the list of a step's cases is narrowed to, as it stands in the address. */
record CaseFilter(@Nullable String q, @Nullable String age, @Nullable String sort) {
    Cases.Filter toFilter() {
        return new Cases.Filter(
                q == null || q.isBlank() ? null : q.strip(),
                "late".equals(age),
                "stuck".equals(age),
                "since,desc".equals(sort));
    }

    /** For the audit trail, behind the step. */
    String inWords() {
        return (q == null || q.isBlank() ? "" : " q=" + q.strip()) + (TextNormalizer.blank(age) ? "" : " age=" + age);
    }
}
