// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/safehtml.h"

#include "app/releases/notetext.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <QByteArray>
#include <QList>

#include <cstdlib>
#include <memory>

namespace
{

struct FreeNode {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
    void operator()(char *text) const { std::free(text); }
};

/// Replaces a node by its children: the words of a link or a picture stay, the address goes.
void unwrap(cmark_node *node)
{
    while (cmark_node *child = cmark_node_first_child(node))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

QList<cmark_node *> unsafeNodes(cmark_node *root)
{
    QList<cmark_node *> found;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        if (cmark_iter_get_event_type(iterator.get()) != CMARK_EVENT_EXIT)
            continue;
        cmark_node *node = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(node);
        const bool link =
            type == CMARK_NODE_LINK && !safeLink(QString::fromUtf8(cmark_node_get_url(node))).isEmpty();
        if (type == CMARK_NODE_IMAGE || (type == CMARK_NODE_LINK && !link))
            found.append(node);
    }
    return found;
}

} // namespace

QString safeHtml(const QString &markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    if (cmark_syntax_extension *table = cmark_find_syntax_extension("table"))
        cmark_parser_attach_syntax_extension(parser.get(), table);
    const QByteArray bytes = withoutControls(markdown).toUtf8();
    cmark_parser_feed(parser.get(), bytes.constData(), size_t(bytes.size()));
    const std::unique_ptr<cmark_node, FreeNode> root(cmark_parser_finish(parser.get()));
    for (cmark_node *node : unsafeNodes(root.get()))
        unwrap(node);
    const std::unique_ptr<char, FreeText> html(
        cmark_render_html(root.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.get())));
    return QString::fromUtf8(html.get());
}
