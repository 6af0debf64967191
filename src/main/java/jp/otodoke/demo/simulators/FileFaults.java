package jp.otodoke.demo.simulators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a faulty partner's file from the correct one. */
final class FileFaults {
    private static final String BREAK = "\r\n";
    private static final int TRAILER_COUNT_END = 7;

    private final SimulatedPartner simulatedPartner;
    private final String type;
    private final byte[] right;

    FileFaults(SimulatedPartner simulatedPartner, String type, byte[] right) {
        this.simulatedPartner = simulatedPartner;
        this.type = type;
        this.right = right;
    }

    byte[] by(Fault fault) {
        return switch (fault) {
            case HALF_FILE -> half();
            case WRONG_TOTALS -> wrongTotals();
            case WRONG_ENCODING -> wrongEncoding();
            default -> throw new IllegalArgumentException("No fault of a file's content: " + fault);
        };
    }

    /** Ends in the middle of the middle row, so that no row looks complete by chance. */
    private byte[] half() {
        List<String> rows = rows();
        int middle = rows.size() / 2;
        String cut = rows.get(middle).substring(0, rows.get(middle).length() / 2);
        return bytes(String.join(BREAK, rows.subList(0, middle)) + BREAK + cut);
    }

    private byte[] wrongTotals() {
        if (simulatedPartner == SimulatedPartner.BANK) {
            return bytes(rows().stream().map(this::wrongTrailer).collect(Collectors.joining(BREAK, "", BREAK)));
        }
        if (type.equals(SimulatedWarehouse.STOCK)) {
            return bytes(rows().stream().map(this::wrongEnd).collect(Collectors.joining(BREAK, "", BREAK)));
        }
        if (simulatedPartner == SimulatedPartner.AGENCY) {
            return bytes(rows().stream().map(this::wrongCount).collect(Collectors.joining(BREAK, "", BREAK)));
        }
        return bytes(rows().stream()
                .map(row -> row.substring(0, Math.max(0, row.lastIndexOf(','))))
                .collect(Collectors.joining(BREAK, "", BREAK)));
    }

    private String wrongTrailer(String record) {
        if (!record.startsWith("8")) {
            return record;
        }
        int count = Integer.parseInt(record.substring(1, TRAILER_COUNT_END));
        return "8%06d".formatted(count + 1) + record.substring(TRAILER_COUNT_END);
    }

    private String wrongEnd(String row) {
        return row.startsWith("END,") ? "END," + (Integer.parseInt(row.substring("END,".length())) + 1) : row;
    }

    private String wrongCount(String row) {
        return row.startsWith("T,") ? row + "0" : row;
    }

    private byte[] wrongEncoding() {
        return new String(right, simulatedPartner.charset()).getBytes(StandardCharsets.UTF_16);
    }

    /** The same facts again with different bytes: a repeated record if the format gives each a key. */
    byte[] repeated() {
        List<String> rows = new ArrayList<>(rows());
        if (simulatedPartner == SimulatedPartner.BANK) {
            Collections.reverse(rows.subList(1, rows.size() - 2));
        } else if (simulatedPartner != SimulatedPartner.SHOP
                && simulatedPartner != SimulatedPartner.AGENCY
                && !type.equals(SimulatedWarehouse.STOCK)) {
            rows.addAll(List.copyOf(rows.subList(1, rows.size())));
        }
        return bytes(String.join(BREAK, rows) + BREAK);
    }

    private List<String> rows() {
        return Arrays.asList(new String(right, simulatedPartner.charset()).split(BREAK));
    }

    private byte[] bytes(String text) {
        return text.getBytes(simulatedPartner.charset());
    }
}
