package jp.otodoke.inbox;

/** A kind of task whose work is done elsewhere, so that it is only closed here. */
record KindToClose(String type, String subjectKind, StaffGroup group) implements TaskKind {}
