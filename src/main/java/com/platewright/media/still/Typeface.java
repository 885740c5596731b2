// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

/**
 * The weights of Fira Code, a free monospaced typeface (SIL Open Font License). Every character is 0.6 of the type size
 * wide; a line is 1.2 of it high, 0.935 above the base line (the font's own metrics).
 */
public enum Typeface {
    REGULAR("FiraCode-Regular.ttf"),
    MEDIUM("FiraCode-Medium.ttf"),
    BOLD("FiraCode-Bold.ttf");

    private static final String FOLDER = "/META-INF/resources/webjars/firacode/1.205.0/distr/ttf/";
    private static final double ADVANCE = 0.6;
    private static final double LINE = 1.2;
    private static final double ASCENT = 0.935;

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    String resource() {
        return FOLDER + file;
    }

    /** Where the character of a column begins, in pixels; whole for type sizes that are multiples of 5. */
    static int column(int column, int size) {
        return (int) Math.round(column * ADVANCE * size);
    }

    /** The height of a line in pixels. */
    public static int lineHeight(int size) {
        return (int) Math.ceil(LINE * size);
    }

    /** From the top of a line to its base line, in pixels. */
    public static int baseline(int size) {
        return (int) Math.round(ASCENT * size);
    }

    /** The width of a text in pixels. */
    public static int width(String text, int size) {
        return column(columns(text), size);
    }

    /** The characters of a text that take a place of their own; marks such as accents stand above others. */
    static int columns(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.ENCLOSING_MARK)
                .count();
    }
}
