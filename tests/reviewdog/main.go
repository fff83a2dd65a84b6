// What reviewdog makes of a linter's output: its own parser, its own filter by diff, its own writer. The same as
// "reviewdog -f=FORMAT -diff=... -reporter=local", without the services that talk to hosts of repositories.
//
//	reviewdog FORMAT DIFF < output
//
// prints what it would report, one diagnostic a line, and fails on fields that the protocol does not know.
package main

import (
	"bytes"
	"context"
	"io"
	"log"
	"os"

	"github.com/reviewdog/reviewdog"
	"github.com/reviewdog/reviewdog/filter"
	"github.com/reviewdog/reviewdog/parser"
	"github.com/reviewdog/reviewdog/proto/rdf"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	log.SetFlags(0)
	format, diff := os.Args[1], os.Args[2]
	output, err := io.ReadAll(os.Stdin)
	check(err)
	switch format {
	case "rdjson":
		check(protojson.Unmarshal(output, &rdf.DiagnosticResult{}))
	case "rdjsonl":
		for _, line := range bytes.Split(bytes.TrimSpace(output), []byte("\n")) {
			check(protojson.Unmarshal(line, &rdf.Diagnostic{}))
		}
	}
	read, err := parser.New(&parser.Option{FormatName: format})
	check(err)
	changes, err := os.ReadFile(diff)
	check(err)
	writer := reviewdog.NewRDJSONLCommentWriter(os.Stdout)
	dog := reviewdog.NewReviewdog("", read, writer, reviewdog.NewDiffString(string(changes), 1), filter.ModeAdded, false)
	check(dog.Run(context.Background(), bytes.NewReader(output)))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
