// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.platewright.shot.Resolution;
import com.platewright.shot.ShotId;
import com.platewright.shot.Version;
import java.util.EnumMap;
import java.util.Map;

/** What the tokens of a template stand for. Values are added as they become known; each addition gives a new record. */
public record TokenValues(Map<Token, String> values) {
    public TokenValues {
        values = Map.copyOf(values);
    }

    /** What is known of a shot before it has a version. */
    public static TokenValues of(ShotId shot, String task) {
        return new TokenValues(Map.of(
                Token.SHOW, shot.show(), Token.SEQUENCE, shot.sequence(), Token.SHOT, shot.shot(), Token.TASK, task));
    }

    /** With a version as its label, such as {@code v001}. */
    public TokenValues version(Version version, ShowConfig.Numbering numbering) {
        return with(Token.VERSION, version.label(numbering.versionPadding()));
    }

    /** With a frame number, 0 or above, such as {@code 1001}. */
    public TokenValues frame(int frame, ShowConfig.Numbering numbering) {
        if (frame < 0) {
            throw new IllegalArgumentException("frames are counted from 0 up; " + frame + " has no file name");
        }
        String digits = Integer.toString(frame);
        return with(Token.FRAME, "0".repeat(Math.max(0, numbering.framePadding() - digits.length())) + digits);
    }

    /** With the printf-style pattern for any frame, such as {@code %04d}. */
    public TokenValues anyFrame(ShowConfig.Numbering numbering) {
        return with(Token.FRAME, numbering.framePattern());
    }

    /** With the size of the delivered picture. */
    public TokenValues size(Resolution size) {
        return with(Token.WIDTH, Integer.toString(size.width())).with(Token.HEIGHT, Integer.toString(size.height()));
    }

    /** With the deliverable's name in the show. */
    public TokenValues deliverable(String name) {
        return with(Token.DELIVERABLE, name);
    }

    String get(Token token) {
        String value = values.get(token);
        if (value == null) {
            throw new IllegalArgumentException("{" + token.word() + "} has no value here");
        }
        return value;
    }

    private TokenValues with(Token token, String value) {
        Map<Token, String> all = new EnumMap<>(values);
        all.put(token, value);
        return new TokenValues(all);
    }
}
