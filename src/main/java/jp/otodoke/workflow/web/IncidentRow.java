package jp.otodoke.workflow.web;

import jp.otodoke.workflow.CaseDetails;
import jp.otodoke.workflow.Incidents.Incident;
import org.jspecify.annotations.Nullable;

/** An incident with its record as the list shows it. */
record IncidentRow(Incident incident, CaseDetails.@Nullable Fact fact) {}
