// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.element.Piece;
import com.platewright.media.movie.SoundTrack;
import com.platewright.media.sound.BroadcastExtension;
import com.platewright.media.sound.ConformedSound;
import com.platewright.media.sound.SoundConform;
import com.platewright.media.sound.SoundTarget;
import com.platewright.media.sound.WaveWriter;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.SoundOrder;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The request's sound, made to fit the picture to the sample. */
final class Soundtrack {
    private final ShotPlan plan;
    private final List<Voice> voices;

    private record Voice(SoundOrder order, ConformedSound sound) {}

    private Soundtrack(ShotPlan plan, List<Voice> voices) {
        this.plan = plan;
        this.voices = voices;
    }

    /** Reads and fits every track for a picture of so many frames. */
    static Soundtrack fit(ShotPlan plan, int frames) throws IOException {
        ShowConfig.Audio audio = plan.show().audio();
        long samples = plan.rate().samples(frames, audio.sampleRate());
        List<Voice> voices = new ArrayList<>();
        for (SoundOrder order : plan.sound()) {
            SoundTarget target = new SoundTarget(audio.sampleRate(), samples, order.offset());
            voices.add(new Voice(order, SoundConform.conform(order.file(), target)));
        }
        return new Soundtrack(plan, voices);
    }

    boolean isSilent() {
        return voices.isEmpty();
    }

    /** The tracks for a movie. */
    List<SoundTrack> tracks(Deliverable.MovieSound coding) {
        return voices.stream()
                .map(v -> new SoundTrack(
                        v.sound().sound(),
                        coding.codec(),
                        coding.bitRate().orElse(0),
                        v.order().language(),
                        v.order().track()))
                .toList();
    }

    /** Writes a WAV file for each track. */
    List<Piece> write(Path staging, String name, String path, String description) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (Voice voice : voices) {
            String own = PieceNames.track(path, voice.order().track(), voices.size());
            Folders.above(staging.resolve(own));
            WaveWriter.write(
                    staging.resolve(own),
                    voice.sound().sound(),
                    BroadcastExtension.at(
                            plan.show().timing().startTimecode(),
                            plan.rate(),
                            plan.show().audio().sampleRate(),
                            description,
                            "Platewright"));
            pieces.add(Piece.file(name, "sound", own));
        }
        return pieces;
    }

    List<Delivered.Track> facts() {
        return voices.stream()
                .map(v -> new Delivered.Track(
                        v.order().track(),
                        String.valueOf(v.order().file().getFileName()),
                        v.order().language(),
                        v.sound().sound().channels(),
                        v.sound().source(),
                        v.sound().conformed()))
                .toList();
    }
}
