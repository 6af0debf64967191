package jp.otodoke.workflow.web;

import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.workflow.Cases;
import org.jspecify.annotations.Nullable;

/** Filter of the cases at a step, as in the URL. */
record CaseFilter(@Nullable String q, @Nullable String age, @Nullable String sort) {
    Cases.Filter toFilter() {
        return new Cases.Filter(
                q == null || q.isBlank() ? null : q.strip(),
                "late".equals(age),
                "stuck".equals(age),
                "since,desc".equals(sort));
    }

    /** A description for the audit trail, appended to the step. */
    String inWords() {
        return (q == null || q.isBlank() ? "" : " q=" + q.strip()) + (TextNormalizer.blank(age) ? "" : " age=" + age);
    }
}
