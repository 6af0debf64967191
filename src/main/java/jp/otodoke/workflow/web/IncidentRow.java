package jp.otodoke.workflow.web;

import jp.otodoke.workflow.CaseDetails;
import jp.otodoke.workflow.Incidents.Incident;
import org.jspecify.annotations.Nullable;

/** One incident in the list, with the record it concerns. */
record IncidentRow(Incident incident, CaseDetails.@Nullable Details details) {}
