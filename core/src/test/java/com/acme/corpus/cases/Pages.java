package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.ManyToAny;

/** A tree of pages with sections, tags, folders of anything, and comments. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Pages {

    private static final String LEAVES = "from Page p where p.leaf = true order by p.id";

    @Case(kind = LOOK_ALIKE, statements = 4)
    String breadcrumb_of_one_page(Session session) {
        String path = "";
        for (Page page = session.find(Page.class, 130L); page != null; page = page.getParent()) {
            path = page.getSlug() + "/" + path;
        }
        return path;
    }

    /** Two leaves per folder, one folder per area: nothing but the first step up has a row for each statement. */
    @Case(kind = POSITIVE, statements = 6)
    String breadcrumbs_of_leaves(Session session) {
        StringBuilder paths = new StringBuilder();
        for (Page leaf : list(session, LEAVES, Page.class)) {
            for (Page page = leaf; page != null; page = page.getParent()) {
                paths.append(page.getSlug()).append('/'); // N+1: Page.parent
            }
        }
        return paths.toString();
    }

    @Case(kind = POSITIVE, statements = 10)
    int sitemap(Session session) {
        Page root =
                list(session, "from Page p where p.parent is null", Page.class).get(0);
        return size(root);
    }

    private static int size(Page page) {
        int size = 1;
        for (Page child : page.getChildren()) { // N+1: Page.children for sitemap
            size += size(child);
        }
        return size;
    }

    @Case(kind = REMEDY, statements = 1)
    int sitemap_read_at_once(Session session) {
        Map<Page, Integer> children = new HashMap<>();
        for (Page page : all(session, Page.class)) {
            if (page.getParent() != null) {
                children.merge(page.getParent(), 1, Integer::sum);
            }
        }
        return children.size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int sections_in_order(Session session) {
        return list(session, LEAVES, Page.class).stream()
                .mapToInt(page -> page.getSections().get(0).getText().length()) // N+1: Page.sections
                .sum();
    }

    /** A page of rows: a fetched collection would break it. */
    @Case(kind = POSITIVE, statements = 4)
    int sections_of_the_first_pages(Session session) {
        int sections = 0;
        for (Page page :
                session.createQuery(LEAVES, Page.class).setMaxResults(3).getResultList()) {
            sections += page.getSections().size(); // N+1: Page.sections
        }
        return sections;
    }

    @Case(kind = POSITIVE, statements = 4)
    String pictures(Session session) {
        StringBuilder urls = new StringBuilder();
        for (Section section : all(session, Section.class)) {
            if (section instanceof Picture picture) {
                urls.append(picture.getAsset().getUrl()); // N+1: Picture.asset
            }
        }
        return urls.toString();
    }

    @Case(kind = POSITIVE, statements = 8)
    int tags_from_both_sides(Session session) {
        int related = 0;
        for (Page page : list(session, LEAVES, Page.class)) {
            for (Tag tag : page.getTags()) { // N+1: Page.tags
                related += tag.getPages().size(); // N+1: Tag.pages in Page.tags
            }
        }
        return related;
    }

    /** The words come out of a column that holds several of them. */
    @Case(kind = POSITIVE, statements = 5)
    String slugs_of_a_text_column(Session session) {
        Map<String, Page> bySlug = new HashMap<>();
        StringBuilder titles = new StringBuilder();
        for (Tag tag : all(session, Tag.class)) {
            for (String slug : tag.getSeeAlso().split(",", -1)) {
                Page page = bySlug.computeIfAbsent(slug, key -> bySlug(session, key));
                titles.append(page.getSlug());
            }
        }
        return titles.toString();
    }

    private static Page bySlug(Session session, String slug) {
        return session.createQuery("from Page p where p.slug = :slug", Page.class)
                .setParameter("slug", slug)
                .getSingleResult(); // N+1 likely: table Page for slugs_of_a_text_column
    }

    /** Hibernate 6.6 fetches these collections lazily, whatever the mapping says, and each target by itself. */
    @Case(kind = POSITIVE, statements = 4, hibernate = 7)
    int folders_of_anything(Session session) {
        // fix: @BatchSize(size = 50) on Folder.entries, because no query fetches what may be of any type
        int entries = 0;
        List<Folder> folders =
                session.createQuery("from Folder f", Folder.class).getResultList(); // N+1: Folder.entries
        for (Folder folder : folders) {
            entries += folder.getEntries().size();
        }
        return entries;
    }

    @Case(kind = POSITIVE, statements = 5)
    int filtered_comments(Session session) {
        session.enableFilter("visible").setParameter("visible", true);
        return list(session, LEAVES, Page.class).stream()
                .map(Page::getComments)
                .mapToInt(List::size)
                .sum(); // N+1: Page.comments
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long counts_by_a_formula(Session session) {
        return all(session, Tag.class).stream().mapToLong(Tag::getUses).sum();
    }

    @Case(kind = POSITIVE, statements = 4)
    int votes_by_reader(Session session) {
        int votes = 0;
        for (Comment comment : all(session, Comment.class)) {
            if (comment.isVisible()) {
                votes += comment.getVotes().values().stream() // N+1: Comment.votes
                        .mapToInt(Integer::intValue)
                        .sum();
            }
        }
        return votes;
    }

    @Case(kind = POSITIVE, statements = 7)
    List<PageView> converter_of_pages(Session session) {
        PageMapper mapper = new PageMapper();
        try (Stream<Page> pages = list(session, LEAVES, Page.class).stream()) {
            return pages.map(mapper::convert).toList();
        }
    }

    public record PageView(String slug, String parent, int sections) {}

    interface Mapper<A, B> {
        B convert(A source);

        default List<B> convertAll(List<A> sources) {
            return sources.stream().map(this::convert).toList();
        }
    }

    private static final class PageMapper implements Mapper<Page, PageView> {
        @Override
        public PageView convert(Page page) {
            String parent = page.getParent().getSlug(); // N+1: Page.parent for converter_of_pages
            int sections = page.getSections().size(); // N+1: Page.sections for converter_of_pages
            return new PageView(page.getSlug(), parent, sections);
        }
    }

    @Entity(name = "Page")
    public static class Page {
        @Id
        private Long id;

        private String slug;
        private boolean leaf;

        @ManyToOne(fetch = FetchType.LAZY)
        private Page parent;

        @OneToMany(mappedBy = "parent")
        private List<Page> children;

        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        @JoinColumn(name = "page_id")
        @OrderColumn(name = "place")
        private List<Section> sections;

        @ManyToMany
        @JoinTable(
                name = "PageTag",
                joinColumns = @JoinColumn(name = "page_id"),
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        private Set<Tag> tags;

        @OneToMany(mappedBy = "page")
        @Filter(name = "visible", condition = "visible = :visible")
        private List<Comment> comments;

        public String getSlug() {
            return slug;
        }

        public Page getParent() {
            return parent;
        }

        public List<Page> getChildren() {
            return children;
        }

        public List<Section> getSections() {
            return sections;
        }

        public Set<Tag> getTags() {
            return tags;
        }

        public List<Comment> getComments() {
            return comments;
        }
    }

    @Entity(name = "Section")
    public abstract static class Section {
        @Id
        private Long id;

        private String text;

        public String getText() {
            return text;
        }
    }

    @Entity(name = "Prose")
    public static class Prose extends Section {}

    @Entity(name = "Picture")
    public static class Picture extends Section {
        @ManyToOne(fetch = FetchType.LAZY)
        private Asset asset;

        public Asset getAsset() {
            return asset;
        }
    }

    @Entity(name = "Asset")
    public static class Asset {
        @Id
        private Long id;

        private String url;

        public String getUrl() {
            return url;
        }
    }

    @Entity(name = "Tag")
    public static class Tag {
        @Id
        private Long id;

        private String seeAlso;

        @Formula("(select count(*) from PageTag t where t.tag_id = id)")
        private long uses;

        @ManyToMany(mappedBy = "tags")
        private Set<Page> pages;

        public String getSeeAlso() {
            return seeAlso;
        }

        public long getUses() {
            return uses;
        }

        public Set<Page> getPages() {
            return pages;
        }
    }

    @FilterDef(
            name = "visible",
            parameters = @org.hibernate.annotations.ParamDef(name = "visible", type = Boolean.class))
    @Entity(name = "Comment")
    public static class Comment {
        @Id
        private Long id;

        private boolean visible;

        @ManyToOne(fetch = FetchType.LAZY)
        private Page page;

        @ElementCollection
        @MapKeyJoinColumn(name = "reader_id")
        @Column(name = "stars")
        private Map<Reader, Integer> votes;

        public boolean isVisible() {
            return visible;
        }

        public Map<Reader, Integer> getVotes() {
            return votes;
        }
    }

    @Entity(name = "Reader")
    public static class Reader {
        @Id
        private Long id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Folder")
    public static class Folder {
        @Id
        private Long id;

        @ManyToAny
        @Column(name = "entry_type")
        @AnyKeyJavaClass(Long.class)
        @AnyDiscriminatorValue(discriminator = "A", entity = Asset.class)
        @AnyDiscriminatorValue(discriminator = "R", entity = Reader.class)
        @JoinTable(
                name = "FolderEntry",
                joinColumns = @JoinColumn(name = "folder_id"),
                inverseJoinColumns = @JoinColumn(name = "entry_id"))
        private Set<Object> entries;

        public Set<Object> getEntries() {
            return entries;
        }
    }
}
