// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.frame.ChannelMeasure;
import com.platewright.qc.Change;
import com.platewright.qc.Check;
import com.platewright.qc.Finding;
import com.platewright.qc.Judge;
import com.platewright.qc.Limits;
import com.platewright.qc.QcReport;
import com.platewright.qc.Specimen;
import com.platewright.qc.Spoilt;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.report.ReportHead.Price;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class QcPageTest {
    private static final ReportHead HEAD = Heads.shot("A hummingbird", Heads.PRICE);

    @Test
    void theVerdictIsTheFirstThingOnThePage() throws Exception {
        Document passed = page(HEAD, Specimen.clip(8));
        Document rejected = page(HEAD, Spoilt.by(Check.PIXELS_NAN));

        assertThat(texts(passed, "//main/*[1]//p")).containsExactly("Passed", "No findings. 22 of 22 checks ran.");
        assertThat(texts(rejected, "//main/*[1]//p"))
                .containsExactly("Rejected", "1 error. 22 of 22 checks ran. Nothing is published.");
        assertThat(texts(rejected, "//main/*[1]//li/bdi"))
                .singleElement()
                .asString()
                .startsWith("source frame 3");
        assertThat(texts(rejected, "/html/head/title")).containsExactly("Rejected: demo/sq010/sh0010 v001");
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyFindingStandsInTheTable(Check check) throws Exception {
        QcReport report = judge(Spoilt.by(check));
        Document page = parse(HEAD, report, Optional.empty());

        List<String> rows = new ArrayList<>();
        for (Finding f : report.findings()) {
            rows.addAll(List.of(f.check(), f.where(), f.expected(), f.found(), f.message()));
        }
        assertThat(texts(page, "//table[@class='findings']/tbody/tr/td")).isEqualTo(rows);
    }

    @Test
    void severityIsSaidInWordsAndNotByColourAlone() throws Exception {
        Document page = page(HEAD, Spoilt.by(Check.PIXELS_NAN, Check.CLIP_SIZE));

        assertThat(texts(page, "//th[@class='severity']")).containsExactly("Error", "Warning");
        assertThat(texts(page, "//table[contains(@class,'checks')]//td[@class]/text()"))
                .contains("1 error", "1 warning");
    }

    @Test
    void nothingThatCameFromOutsideBecomesMarkup() throws Exception {
        String evil = "<script>alert(1)</script> & \"quoted\" 'too' ]]> \u0000\u0007\uD800 \u202E \uD83D\uDC26";
        ReportHead head = new ReportHead(
                evil,
                Optional.of(evil),
                Heads.MADE,
                Heads.shot(evil, Heads.PRICE).generation(),
                Map.of(evil, evil));
        FrameSet source = Specimen.clip(8).source().orElseThrow();
        Evidence clip = Evidence.of(Expectation.NONE)
                .withSource(new FrameSet(
                        source.noun(), evil, source.colour(), source.frames().subList(0, 2)))
                .withMovie(Specimen.clip(8).movies().get(1));
        Document page = page(
                head, Change.movies(clip, m -> new MovieEvidence(evil, evil, m.origin(), m.asked(), Optional.empty())));

        assertThat(texts(page, "//script")).isEmpty();
        String shown =
                evil.replace('\u0000', '\uFFFD').replace('\u0007', '\uFFFD').replace('\uD800', '\uFFFD');
        assertThat(texts(page, "//blockquote/p")).containsExactly(shown);
        assertThat(texts(page, "//h1/bdi")).containsExactly(shown, shown);
        assertThat(texts(page, "//bdi[@class='file']")).contains(shown);
    }

    @Test
    void thePageAsksTheNetworkForNothing() throws Exception {
        String html = new String(
                QcPage.write(HEAD, judge(Specimen.clip(8)), Optional.of(ContactSheet.beside("../thumbs/a b.jpg"))),
                StandardCharsets.UTF_8);
        Document page = parse(HEAD, judge(Specimen.clip(8)), Optional.of(ContactSheet.beside("../thumbs/a b.jpg")));

        assertThat(html.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "@import", "url(");
        assertThat(attributes(page, "src")).containsExactly("../thumbs/a%20b.jpg");
        assertThat(attributes(page, "href")).allMatch(h -> h.startsWith("#"));
    }

    @Test
    void chartsCarryFrameNumbersAndFigures() throws Exception {
        Document page = page(HEAD, Specimen.clip(121));

        String chart = "(//div[@class='chart'])[1]";
        assertThat(texts(page, chart + "//text[@class='frame']"))
                .containsExactly("1001", "1020", "1040", "1060", "1080", "1100", "1121");
        assertThat(texts(page, chart + "//rect/title"))
                .hasSize(121)
                .first()
                .isEqualTo("frame 1001\nred 9\ngreen 7.2\nblue 2.7");
        assertThat(texts(page, chart + "//text[@class='mark']")).containsExactly("white");
        assertThat(texts(page, chart + "//svg/title"))
                .containsExactly("Peak of red, green and blue by frame, up to 15");
        assertThat(attributes(page, "d").stream().filter(d -> d.length() > 200)).hasSize(18);
    }

    @Test
    void framesWithSamplesThatAreNoNumbersAreMarkedInTheCharts() throws Exception {
        assertThat(count(page(HEAD, Spoilt.by(Check.PIXELS_NAN)), "//div[@class='chart']//path[@class='flag']"))
                .isEqualTo(3);
        assertThat(count(page(HEAD, Specimen.clip(8)), "//path[@class='flag']")).isZero();
    }

    @Test
    void theLimitIsDrawnWhereTheFiguresComeNearIt() throws Exception {
        String negative = "//div[@aria-labelledby='negative-plate']//text";
        Document near = page(
                HEAD,
                Change.plateMeasured(
                        Specimen.clip(8),
                        Specimen.red(1003, new ChannelMeasure(1000, 0, 0, 5, 9, 0, -0.01f, 9f, 0.3))));
        Document far = page(HEAD, Specimen.clip(8));

        assertThat(texts(near, negative + "[@class='mark']")).containsExactly("limit");
        assertThat(texts(near, negative + "[@class='value']")).last().isEqualTo("1 %");
        assertThat(texts(far, negative + "[@class='mark']")).isEmpty();
        assertThat(texts(far, negative + "[@class='value']")).last().isEqualTo("0.08 %");
    }

    @Test
    void aGapInTheNumbersIsAGapInTheLine() throws Exception {
        FrameSet source = Specimen.clip(9).source().orElseThrow();
        FrameSet holed = new FrameSet(
                source.noun(),
                source.name(),
                source.colour(),
                source.frames().stream()
                        .filter(f -> f.number() < 3 || f.number() == 5 || f.number() > 6)
                        .toList());
        Document page = page(Heads.file("x"), Evidence.of(Expectation.NONE).withSource(holed));

        String red = attributes(page, "d").stream()
                .filter(d -> d.startsWith("M") && d.contains("L"))
                .findFirst()
                .orElseThrow();
        assertThat(red).matches("M\\S+ \\S+L\\S+ \\S+L\\S+ \\S+M\\S+ \\S+ 0h6M\\S+ \\S+L\\S+ \\S+");
    }

    @Test
    void oneFrameHasFiguresAndNoCharts() throws Exception {
        Document page = page(HEAD, Specimen.clip(1));

        assertThat(count(page, "//div[@class='chart']")).isZero();
        assertThat(texts(page, "//section[@aria-labelledby='frames']/div//th[@scope='row']"))
                .containsExactly("1001");
    }

    @Test
    void aLongClipStaysAPageThatABrowserOpens() throws Exception {
        QcReport report = judge(Specimen.clip(2000));
        Document page = parse(HEAD, report, Optional.empty());

        assertThat(QcPage.write(HEAD, report, Optional.empty())).hasSizeLessThan(600_000);
        assertThat(texts(page, "(//div[@class='chart'])[1]//rect/title"))
                .hasSize(400)
                .last()
                .asString()
                .startsWith("frames 2996-3000\n");
    }

    @Test
    void whatWasNotExaminedIsNotCalledPassed() throws Exception {
        Document page = page(Heads.file("/shows/x.exr"), Evidence.of(Expectation.NONE));

        assertThat(texts(page, "//main/*[1]//p"))
                .containsExactly("Rejected", "Nothing was examined: no check could run.");
        assertThat(count(page, "//td[@data-column='Not run because']")).isEqualTo(Check.values().length);
    }

    @Test
    void aPriceThatIsNotKnownSaysSo() throws Exception {
        Document page = page(Heads.shot("x", new Price("USD", Optional.empty(), Optional.empty())), Specimen.clip(2));

        assertThat(texts(page, "//dd")).contains("charge not known, no estimate");
    }

    @Test
    void everyTableHeadHasAScopeEveryPictureATextAndEveryIdOneOwner() throws Exception {
        Document page = parse(HEAD, judge(Spoilt.by(Check.values())), Optional.of(ContactSheet.within(new byte[] {
            (byte) 0xFF, (byte) 0xD8
        })));

        assertThat(count(page, "//th[not(@scope)]")).isZero();
        assertThat(count(page, "//img[not(@alt)]")).isZero();
        assertThat(count(page, "//svg[not(@aria-hidden) and not(title)]")).isZero();
        assertThat(attributes(page, "id")).doesNotHaveDuplicates().isNotEmpty();
        assertThat(attributes(page, "aria-labelledby")).isSubsetOf(attributes(page, "id"));
        assertThat(attributes(page, "src")).containsExactly("data:image/jpeg;base64,/9g=");
    }

    private static Document page(ReportHead head, Evidence evidence) throws Exception {
        return parse(head, judge(evidence), Optional.empty());
    }

    private static QcReport judge(Evidence evidence) {
        return Judge.judge(evidence, Map.of(), Limits.DEFAULTS);
    }

    /** Parses the page as XML: what is not well-formed fails here. */
    private static Document parse(ReportHead head, QcReport report, Optional<ContactSheet> sheet) throws Exception {
        byte[] html = QcPage.write(head, report, sheet);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(html));
    }

    private static NodeList select(Document page, String path) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return (NodeList) xpath.evaluate(path, page, XPathConstants.NODESET);
    }

    private static int count(Document page, String path) throws Exception {
        return select(page, path).getLength();
    }

    private static List<String> texts(Document page, String path) throws Exception {
        NodeList found = select(page, path);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static List<String> attributes(Document page, String name) throws Exception {
        NodeList found = select(page, "//*[@" + name + "]");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute(name))
                .toList();
    }
}
